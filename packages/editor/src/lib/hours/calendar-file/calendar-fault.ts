/** What can be wrong with a calendar file; the catalogue has a sentence for each. */
export type CalendarFaultCode =
  | 'NOT_UTF8'
  | 'NO_CALENDAR'
  | 'NOT_A_LINE'
  | 'NOT_CLOSED'
  | 'CLOSED_WRONG'
  | 'NO_START'
  | 'DATE_UNKNOWN'
  | 'ENDS_BEFORE'
  | 'LENGTH_UNKNOWN'
  | 'TOO_LONG'
  | 'RULE_UNKNOWN'
  | 'TOO_MANY'

/** Why nothing of a file is taken; `line` counts from 1. */
export interface CalendarFault {
  readonly line: number
  readonly code: CalendarFaultCode
}

/** What a part of the file says, or the first thing that is wrong with it. */
export type CalendarRead<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: CalendarFault }

export function understood<Value>(value: Value): CalendarRead<Value> {
  return { ok: true, value }
}

export function faulty(line: number, code: CalendarFaultCode): CalendarRead<never> {
  return { ok: false, fault: { line, code } }
}

/** All of them, or the first fault. */
export function readEach<From, To>(
  these: readonly From[],
  read: (from: From) => CalendarRead<To>,
): CalendarRead<readonly To[]> {
  const values: To[] = []
  for (const one of these) {
    const answer = read(one)
    if (!answer.ok) return answer
    values.push(answer.value)
  }
  return understood(values)
}
