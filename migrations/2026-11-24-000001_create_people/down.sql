DROP TABLE operations.signing_keys;
DROP TABLE editorial.password_tokens;
DROP TABLE editorial.sessions;
DROP TABLE editorial.people;
