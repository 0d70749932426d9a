# algocheck in a container; what is checked is mounted at /work:
#
#   docker build --tag algocheck .
#   docker run --rm --volume "$PWD:/work" algocheck check .
#
# Debian 12 or newer, for the engines have wheels for glibc 2.34: not Alpine. Security updates
# come with building again, with --pull.
FROM python:3.13-slim-trixie AS build
COPY . /source
RUN python -m venv /opt/algocheck \
    && /opt/algocheck/bin/pip install --no-cache-dir --disable-pip-version-check /source

FROM python:3.13-slim-trixie
# git answers --since. What is mounted belongs to somebody else, and git refuses that unless
# told: here it reads what the user mounted, and algocheck has it run nothing from there.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --no-install-recommends --yes git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*' \
    && useradd --uid 1000 --create-home algocheck
COPY --from=build /opt/algocheck /opt/algocheck
ENV PATH=/opt/algocheck/bin:$PATH
USER 1000
WORKDIR /work
ENTRYPOINT ["algocheck"]
CMD ["check", "."]
