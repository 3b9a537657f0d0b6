DROP TABLE editorial.terms;
