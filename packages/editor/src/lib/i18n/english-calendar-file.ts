import type { Phrase } from './phrase.ts'

/** The words of importing holidays from a calendar file, in English. Written as a pair with chinese-calendar-file.ts. */
export const ENGLISH_CALENDAR_FILE = {
  'ics.open': 'Import .ics',
  'ics.title': 'Dates from a calendar',
  'ics.lead': 'Whole days of the next two years. Nothing holds before you save the page.',
  'ics.file': 'Calendar file (.ics), 1 MB at most',
  'ics.tooBig': 'The file is larger than 1 MB. Export a shorter time from your calendar.',
  'ics.unread': 'This browser could not read the file. Reload the page and choose it again.',
  'ics.fault': 'Nothing was read, because of line {line}.',
  'ics.fault.NOT_UTF8': 'It is not UTF-8. Save the file as UTF-8.',
  'ics.fault.NO_CALENDAR': 'A calendar begins with BEGIN:VCALENDAR; this is another kind of file.',
  'ics.fault.NOT_A_LINE': 'It is not a line of a calendar, such as NAME:value.',
  'ics.fault.NOT_CLOSED': 'What begins there never ends. The file may be cut off; export it again.',
  'ics.fault.CLOSED_WRONG': 'It ends what is not open.',
  'ics.fault.NO_START': 'The entry there has no first day (DTSTART).',
  'ics.fault.DATE_UNKNOWN': 'There is no such day. Dates are written as 20260217.',
  'ics.fault.ENDS_BEFORE': 'The entry ends before it begins.',
  'ics.fault.LENGTH_UNKNOWN': 'How long the entry takes is not said in days or weeks.',
  'ics.fault.TOO_LONG': 'The entry takes more than a year. Change the week instead.',
  'ics.fault.RULE_UNKNOWN': 'This repetition is not understood. Write its dates one by one.',
  'ics.fault.TOO_MANY':
    'Up to there it has more dates than a list can hold. Export the calendar of holidays alone.',
  'ics.found': { one: '{n} date from {file}.', other: '{n} dates from {file}.' },
  'ics.known': { one: '{n} already there.', other: '{n} already there.' },
  'ics.left.timed': {
    one: '{n} entry with a time of day is left out.',
    other: '{n} entries with a time of day are left out.',
  },
  'ics.left.past': { one: '{n} entry is over.', other: '{n} entries are over.' },
  'ics.left.later': {
    one: '{n} entry is more than two years ahead.',
    other: '{n} entries are more than two years ahead.',
  },
  'ics.left.cancelled': { one: '{n} entry was called off.', other: '{n} entries were called off.' },
  'ics.over': 'The list holds {max} dates. Leave out {n}.',
  'ics.noneTaken': 'Tick at least one date.',
  'ics.take': 'Dates to add',
  'ics.takeAll': 'All',
  'ics.act': { one: 'Add {n} date', other: 'Add {n} dates' },
  'ics.added': {
    one: '{n} date added. Save the page to keep it.',
    other: '{n} dates added. Save the page to keep them.',
  },
} as const satisfies Record<string, Phrase>
