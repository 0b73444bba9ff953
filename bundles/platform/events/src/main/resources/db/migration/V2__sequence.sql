-- One number at a time: deliveries of one key are handled in this order, on whichever node they were written.
create sequence events_delivery_seq start with 1 increment by 1;
