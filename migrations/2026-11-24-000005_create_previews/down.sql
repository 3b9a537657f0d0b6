DROP TABLE editorial.previews;
