"""The long random tests of mail: ``make soak`` runs them long, the test suite the same ones short."""
