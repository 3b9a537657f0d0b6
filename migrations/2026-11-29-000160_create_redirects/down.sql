DROP VIEW delivery.redirected;
DROP TABLE delivery.redirects;
