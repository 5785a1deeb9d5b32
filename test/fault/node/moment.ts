/** Where a node can be told to die, in the order in which a message meets them. The parts between them are the server's own. */
export const MOMENTS = [
  /** A client said hello; nothing was looked up. */
  'hello',
  /** Its conversation is found or made; no welcome was sent. */
  'welcomed',
  /** The panel was opened; nothing was decided. */
  'entering',
  /** A message arrived; nothing was decided. */
  'received',
  /** The step is decided; the database has not heard of it. */
  'writing',
  /** The statement is on its way to the database. */
  'sent',
  /** The database has it; nobody was told. */
  'committed',
  /** This node's sockets were told; nobody else was woken. */
  'shown',
  /** Everyone was woken; the sender has no answer. */
  'woken',
  /** The answer is ready and not sent. */
  'answering',
  /** The answer is sent. */
  'answered',
  /** A range was asked for; nothing was read. */
  'ranging',
  /** A timer is due; nothing was decided. */
  'timer-due',
  /** A timer had its effect. */
  'timer-fired',
  /** An agent's words arrived; nothing was decided. */
  'replying',
  /** An agent's words are stored; the console has no answer. */
  'replied',
] as const
export type Moment = (typeof MOMENTS)[number]
