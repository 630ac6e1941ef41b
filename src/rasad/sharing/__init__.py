"""What leaves a case: tables, dyads, labelled spans and words that several exporters and notebooks share."""
