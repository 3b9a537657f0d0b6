DELETE FROM delivery.related;
