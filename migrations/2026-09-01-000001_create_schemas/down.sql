DROP SCHEMA operations;
DROP SCHEMA delivery;
DROP SCHEMA editorial;
