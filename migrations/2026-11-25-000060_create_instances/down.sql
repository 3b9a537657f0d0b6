DROP TABLE operations.instances;
