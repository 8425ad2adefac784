"""One article's text -> sentences, mentions, quotations, dates, countries."""
