CREATE SCHEMA editorial;
CREATE SCHEMA delivery;
CREATE SCHEMA operations;
