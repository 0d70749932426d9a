"""What may stay open, by whose decision and until when? A Report in, a Report out."""
