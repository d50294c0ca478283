"""The mailbox over EWS, with exchangelib: the only folder that imports it."""
