/** Names replies so that one sent twice is stored once: `<lane>.<n>`, the lane random for this page, n counting from 1. */
export function outboxLane(randomBytes: Uint8Array): () => string {
  const lane = [...randomBytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  let sent = 0
  return () => `${lane}.${(sent += 1)}`
}
