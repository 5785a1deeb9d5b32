import type { CalendarRead } from './calendar-fault.ts'
import type { CalendarDates } from './read-calendar-file.ts'

/** A file, and the day since 1970-01-01 it is read on. */
export interface CalendarQuestion {
  readonly bytes: Uint8Array
  readonly today: number
}

/**
 * Reads a calendar file beside the page (SCH-08). `onread` gets null where that could not be done at all, and is not called after it
 * was given up.
 */
export function readInWorker(
  question: CalendarQuestion,
  onread: (read: CalendarRead<CalendarDates> | null) => void,
): { readonly giveUp: () => void } {
  const worker = new Worker(new URL('./calendar-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<CalendarRead<CalendarDates>>) => {
    worker.terminate()
    onread(data)
  }
  worker.onerror = () => {
    worker.terminate()
    onread(null)
  }
  worker.postMessage(question)
  return { giveUp: () => worker.terminate() }
}
