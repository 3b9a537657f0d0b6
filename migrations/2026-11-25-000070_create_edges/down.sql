DROP TABLE operations.edges;
