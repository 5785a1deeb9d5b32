/**
 * What a network does to a connection. `up` is from the client to the server. `drop-…`: bytes of one direction vanish, the other
 * goes on. `freeze`: nothing moves, nothing is lost. `stall-down`: the client stops reading. `reset`: the next piece from the server
 * is cut in the middle, and the connection ends with RST. `half-close`: the client is told that the server is done, while what the
 * client sends still arrives. `trickle`: a byte at a time.
 */
export const LINK_FAULTS = [
  'pass',
  'latency',
  'drop-up',
  'drop-down',
  'freeze',
  'stall-down',
  'reset',
  'half-close',
  'trickle',
  'refuse',
] as const
export type LinkFault = (typeof LINK_FAULTS)[number]
