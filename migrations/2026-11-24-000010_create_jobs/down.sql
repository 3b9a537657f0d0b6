DROP TABLE operations.job_slots;
DROP TABLE operations.jobs;
