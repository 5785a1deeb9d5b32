/**
 * How long a test waits for what has to come: many times what a busy machine of two slow cores needs. A test that passes never
 * waits as long, so generosity costs nothing; one that fails says after this what it waited for.
 */
export const PATIENCE_MS = 45_000
