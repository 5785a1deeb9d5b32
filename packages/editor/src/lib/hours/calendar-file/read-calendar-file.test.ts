import { dateOfDay, dayOfDate } from '@shopbell/engine'
import { describe, expect, test } from 'vitest'
import { newDates } from './new-dates.ts'
import { readCalendarFile } from './read-calendar-file.ts'

const TODAY = dayOfDate('2026-11-22')
const utf8 = new TextEncoder()

const entry = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:one@example', ...lines, 'END:VEVENT']
const file = (...lines: readonly string[]) =>
  utf8.encode(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'))

/** What is taken, as `2027-02-04 2027-02-17 Name`, or the fault as `line code`. */
function told(bytes: Uint8Array): readonly string[] | string {
  const read = readCalendarFile(bytes, TODAY)
  if (!read.ok) return `${String(read.fault.line)} ${read.fault.code}`
  return read.value.dates.map(({ name, from, through }) =>
    `${dateOfDay(from)} ${dateOfDay(through)} ${name}`.trim(),
  )
}

const left = (bytes: Uint8Array) => {
  const read = readCalendarFile(bytes, TODAY)
  return read.ok ? read.value.leftOut : null
}

describe('what is taken from a calendar (SCH-08)', () => {
  test.for([
    ['one day', ['DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20270102'], ['2027-01-01 2027-01-01 N']],
    ['without an end', ['DTSTART;VALUE=DATE:20270101'], ['2027-01-01 2027-01-01 N']],
    ['an end on its own day', ['DTSTART:20270101', 'DTEND:20270101'], ['2027-01-01 2027-01-01 N']],
    ['several days', ['DTSTART:20270204', 'DTEND:20270218'], ['2027-02-04 2027-02-17 N']],
    ['a length in days', ['DTSTART:20270204', 'DURATION:P3D'], ['2027-02-04 2027-02-06 N']],
    ['a length in weeks', ['DTSTART:20270204', 'DURATION:P1W'], ['2027-02-04 2027-02-10 N']],
    [
      'midnight to midnight in a zone',
      ['DTSTART;TZID="Asia/Shanghai: home":20270101T000000', 'DTEND;TZID=x:20270102T000000'],
      ['2027-01-01 2027-01-01 N'],
    ],
    ['begun and not over', ['DTSTART:20261120', 'DTEND:20261123'], ['2026-11-20 2026-11-22 N']],
    ['over', ['DTSTART:20261120', 'DTEND:20261122'], []],
    ['with hours', ['DTSTART:20270101T090000Z', 'DTEND:20270101T100000Z'], []],
    ['called off', ['DTSTART:20270101', 'STATUS:CANCELLED'], []],
    ['in three years', ['DTSTART:20290101'], []],
  ] as const)('%s', ([, lines, dates]) => {
    expect(told(file(...entry(...lines, 'SUMMARY:N')))).toEqual(dates)
  })

  test('every entry left out is counted with its reason', () => {
    const all = [
      ['DTSTART:20200101'],
      ['DTSTART:20290101'],
      ['DTSTART:20270101T090000'],
      ['STATUS:CANCELLED'],
    ]
    const counts = { past: 1, later: 1, timed: 1, cancelled: 1 }
    expect(left(file(...all.flatMap((lines) => entry(...lines))))).toEqual(counts)
  })

  test('days of one name that follow each other are one, others are not', () => {
    const days = [
      ['20270207', 'Spring Festival'],
      ['20270206', 'Spring Festival'],
      ['20270206', 'Somebody’s birthday'],
      ['20270209', 'Spring Festival'],
    ] as const
    expect(told(file(...days.flatMap(([day, name]) => entry(`DTSTART:${day}`, `SUMMARY:${name}`))))).toEqual([
      '2027-02-06 2027-02-06 Somebody’s birthday',
      '2027-02-06 2027-02-07 Spring Festival',
      '2027-02-09 2027-02-09 Spring Festival',
    ])
  })

  test('names lose escapes and folds, also within a character, and stay within 80', () => {
    const name = '春节'
    const bytes = file(...entry('DTSTART:20270206', `SUMMARY;LANGUAGE=zh:${name}\\, a\\nb `))
    const at = bytes.findIndex((byte) => byte > 127) + 1
    const folded = new Uint8Array([...bytes.slice(0, at), 13, 10, 32, ...bytes.slice(at)])
    expect(told(folded)).toEqual(['2027-02-06 2027-02-06 春节, a b'])
    const long = told(file(...entry('DTSTART:20270206', `SUMMARY:${'👨‍👩‍👧'.repeat(30)}`)))
    expect(long).toEqual([`2027-02-06 2027-02-06 ${'👨‍👩‍👧'.repeat(10)}`])
  })

  test('reminders, zones and tasks are passed over, and small letters are as good', () => {
    const alarm = ['BEGIN:VALARM', 'DTSTART:nonsense', 'END:VALARM']
    const zone = [
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
      'DTSTART:19701025T030000',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    expect(told(file(...zone, ...entry('dtstart:20270101', ...alarm), ''))).toEqual(['2027-01-01 2027-01-01'])
  })
})

describe('entries that come back', () => {
  const repeated = (start: string, rule: string, ...more: readonly string[]) =>
    told(file(...entry(`DTSTART:${start}`, `RRULE:${rule}`, ...more)))
  const firsts = (answer: readonly string[] | string) =>
    typeof answer === 'string' ? answer : answer.map((line) => line.slice(0, 10)).join(' ')

  test.for([
    ['every year', '20200501', 'FREQ=YEARLY', '2027-05-01 2028-05-01'],
    ['29 February, in leap years only', '20240229', 'FREQ=YEARLY', '2028-02-29'],
    ['fourth Thursday of November', '20201126', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', '2026-11-26 2027-11-25'],
    ['last Monday of May', '20200525', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', '2027-05-31 2028-05-29'],
    ['20th Monday of the year', '19970519', 'FREQ=YEARLY;BYDAY=20MO', '2027-05-17 2028-05-15'],
    [
      'last day of a month',
      '20261130',
      'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3',
      '2026-11-30 2026-12-31 2027-01-31',
    ],
    [
      'the 31st, where there is one',
      '20260131',
      'FREQ=MONTHLY;UNTIL=20270401',
      '2026-12-31 2027-01-31 2027-03-31',
    ],
    [
      'last working day of a month',
      '20261130',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
      '2026-11-30 2026-12-31 2027-01-29',
    ],
    ['Friday the 13th', '20200313', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '2027-08-13 2028-10-13'],
    ['what was counted is over', '20200501', 'FREQ=YEARLY;COUNT=6', ''],
    ['the count goes on from before', '20200501', 'FREQ=YEARLY;COUNT=8', '2027-05-01'],
    ['every fourth year', '20201103', 'FREQ=YEARLY;INTERVAL=4', '2028-11-03'],
    ['until, included', '20200501', 'FREQ=YEARLY;UNTIL=20270501', '2027-05-01'],
    ['until a time of that day', '20200501', 'FREQ=YEARLY;UNTIL=20270501T000000Z', '2027-05-01'],
    ['a day that never comes', '20200101', 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', ''],
    [
      'every other week, weeks beginning on Monday',
      '19970805',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;UNTIL=20261215',
      '2026-11-22 2026-12-01 2026-12-06 2026-12-15',
    ],
    [
      'and on Sunday',
      '19970805',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;UNTIL=20261215',
      '2026-11-29 2026-12-01 2026-12-13 2026-12-15',
    ],
    ['every other day', '20261121', 'FREQ=DAILY;INTERVAL=2;COUNT=3', '2026-11-23 2026-11-25'],
  ] as const)('%s', ([, start, rule, days]) => {
    expect(firsts(repeated(start, rule))).toBe(days)
  })

  test('days taken out, days put in, and one that was moved', () => {
    const series = entry(
      'DTSTART:20261201',
      'RRULE:FREQ=MONTHLY;COUNT=4',
      'EXDATE:20270101',
      'RDATE:20270115',
    )
    const moved = entry('RECURRENCE-ID;VALUE=DATE:20270201', 'DTSTART:20270203')
    expect(firsts(told(file(...series, ...moved)))).toBe('2026-12-01 2027-01-15 2027-02-03 2027-03-01')
  })

  test.for([
    'FREQ=HOURLY',
    'FREQ=SECONDLY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=x',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=YEARLY;BYMONTHDAY=5;BYDAY=1FR',
    'FREQ=YEARLY;BYDAY=1FR,MO',
    'FREQ=DAILY;FREQ=YEARLY',
    'RSCALE=CHINESE;FREQ=YEARLY',
    'FREQ=YEARLY;BYEASTER=1',
    'FREQ=YEARLY;COUNT=0',
    'COUNT=2',
    'FREQ=DAILY;BYDAY=XX',
  ])('%s is not guessed', (rule) => {
    expect(repeated('20270101', rule)).toBe('6 RULE_UNKNOWN')
  })
})

describe('a file that is broken', () => {
  const start = 'DTSTART:20270101'
  test.for([
    ['empty', '', '1 NO_CALENDAR'],
    ['another kind', '<!doctype html>\n<p>', '1 NO_CALENDAR'],
    ['a list', 'name:value', '1 NO_CALENDAR'],
    ['no line', file(...entry(start, 'what is this')), '6 NOT_A_LINE'],
    ['cut off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101', '2 NOT_CLOSED'],
    ['closed crosswise', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR', '3 CLOSED_WRONG'],
    ['no first day', file(...entry('SUMMARY:x')), '3 NO_START'],
    ['a letter in a date', file(...entry('DTSTART:2026010x')), '5 DATE_UNKNOWN'],
    ['30 February', file(...entry('DTSTART:20270230')), '5 DATE_UNKNOWN'],
    ['reversed', file(...entry(start, 'DTEND:20261231')), '6 ENDS_BEFORE'],
    ['a length of hours', file(...entry(start, 'DURATION:PT5H')), '6 LENGTH_UNKNOWN'],
    ['over a year', file(...entry(start, 'DTEND:20280103')), '3 TOO_LONG'],
    ['a broken day left out', file(...entry(start, 'EXDATE:20270101,2027')), '6 DATE_UNKNOWN'],
    [
      'a repetition until 30 February',
      file(...entry(start, 'RRULE:FREQ=DAILY;UNTIL=20270230')),
      '6 DATE_UNKNOWN',
    ],
    ['not UTF-8', new Uint8Array([...file().slice(0, 30), 88, 58, 255]), '3 NOT_UTF8'],
  ] as const)('%s: its first fault with its line, and nothing is taken', ([, said, fault]) => {
    expect(told(typeof said === 'string' ? utf8.encode(said) : said)).toBe(fault)
  })

  test('a line counts with those that continue it', () => {
    expect(told(file(...entry('SUMMARY:a', ' b', '\tc', 'DTSTART:x')))).toBe('8 DATE_UNKNOWN')
  })
})

describe('a file that means harm ends', () => {
  const many = (count: number, ...lines: readonly string[]) =>
    file(...Array.from({ length: count }, (_, at) => entry(...lines, `SUMMARY:${String(at)}`)).flat())
  const never = 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'
  test.for([
    ['10,000 entries', many(10_000, 'DTSTART:20270101'), '10003 TOO_MANY'],
    ['10,000 that are over', many(10_000, 'DTSTART:20200101'), []],
    ['every day for ever', many(10_000, 'DTSTART:19500101', 'RRULE:FREQ=DAILY'), '15 TOO_MANY'],
    ['10,000 repetitions', many(10_000, 'DTSTART:19500101', 'RRULE:FREQ=YEARLY'), '3003 TOO_MANY'],
    ['a day that never comes, since the year 1', file(...entry('DTSTART:00010101', never)), []],
    ['and is counted', file(...entry('DTSTART:00010101', `${never};COUNT=9`)), '6 RULE_UNKNOWN'],
    [
      '100,000 days put in, all the same',
      file(...entry('DTSTART:20270101', `RDATE:${Array(100_000).fill('20270101').join(',')}`)),
      ['2027-01-01 2027-01-01'],
    ],
    ['a million lines', utf8.encode(`BEGIN:VCALENDAR\n${'\n'.repeat(1_000_000)}END:VCALENDAR`), []],
    ['as many that continue one', utf8.encode(`BEGIN:VCALENDAR\nX:${'\n '.repeat(500_000)}`), '1 NOT_CLOSED'],
    ['opened over and over', utf8.encode('BEGIN:VCALENDAR\n'.repeat(60_000)), '60000 NOT_CLOSED'],
  ] as const)('%s', ([, bytes, answer]) => {
    expect(told(bytes)).toEqual(answer)
  })
})

test('dates that are on the list already are not new, whatever they are called there', () => {
  const read = readCalendarFile(file(...entry('DTSTART:20270101'), ...entry('DTSTART:20270105')), TODAY)
  const dates = read.ok ? read.value.dates : []
  const plans = { robot: { does: 'usual' }, people: { does: 'closed' } } as const
  const kept = { id: 'a', name: 'New Year', from: '2027-01-01', through: '2027-01-01', ...plans }
  const added = newDates(dates, [{ ...kept, editedAt: 1, editedBy: 'Lin' }])
  expect(added.map(({ from }) => dateOfDay(from))).toEqual(['2027-01-05'])
})
