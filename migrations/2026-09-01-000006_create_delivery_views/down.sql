DROP VIEW delivery.state;
DROP VIEW delivery.listed;
DROP VIEW delivery.placed;
DROP VIEW delivery.addresses;
DROP VIEW delivery.past;
DROP VIEW delivery.live;
