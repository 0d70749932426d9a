"""Let the tests of the register share their records."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
