/** Two soft strokes of a bell, a fifth apart. */
const STROKES = [
  { hertz: 880, atMs: 0 },
  { hertz: 1_318.5, atMs: 130 },
] as const
const FADES_MS = 420
const LOUDNESS = 0.12
/** A buyer who writes ten lines rings once. */
const AGAIN_AFTER_MS = 4_000

let audio: AudioContext | null = null
let rangAt = -Infinity

/**
 * A short tone, made here: no file is loaded. Browsers stay silent until somebody has touched the page; then nothing is heard, and
 * nothing fails. True if it was started.
 */
export function ring(now = performance.now()): boolean {
  if (now - rangAt < AGAIN_AFTER_MS || typeof AudioContext === 'undefined') return false
  rangAt = now
  audio ??= new AudioContext()
  void audio.resume().catch(() => undefined)
  for (const { hertz, atMs } of STROKES) strike(audio, hertz, audio.currentTime + atMs / 1_000)
  return true
}

function strike(context: AudioContext, hertz: number, at: number): void {
  const tone = new OscillatorNode(context, { frequency: hertz })
  const loudness = new GainNode(context, { gain: 0 })
  const ends = at + FADES_MS / 1_000
  loudness.gain.setValueAtTime(LOUDNESS, at)
  loudness.gain.exponentialRampToValueAtTime(0.001, ends)
  tone.connect(loudness).connect(context.destination)
  tone.start(at)
  tone.stop(ends)
}
