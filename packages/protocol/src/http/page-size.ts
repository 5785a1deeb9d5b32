/** Rows that a page of a list has at the most, and where `limit` does not ask for fewer. */
export const MAX_PAGE_ROWS = 50
/** The same of a search, whose rows are dearer. */
export const MAX_FOUND_ROWS = 30
/** The same of a conversation's messages. */
export const MAX_MESSAGE_ROWS = 100
