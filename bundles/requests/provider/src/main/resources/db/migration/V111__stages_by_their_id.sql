-- As the only stage of a route that describes none is called.
update requests_request set stage = 'consultation' where stage = 'CONSULTATION';
