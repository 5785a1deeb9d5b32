import { ConsoleDown } from '@shopbell/protocol'
import { Check } from 'typebox/value'

/** A frame of the console's socket, or null for what this page does not know (a newer server's, perhaps). */
export function readFrame(text: unknown): ConsoleDown | null {
  if (typeof text !== 'string') return null
  try {
    const frame: unknown = JSON.parse(text)
    return Check(ConsoleDown, frame) ? frame : null
  } catch {
    return null
  }
}
