/** What a name of the exported machine means to whoever implements it. */
export interface Word {
  readonly params: string
  readonly does: string
}

/** Events a developer sends to the exported machine; each carries `world` (locale, entry, openNow, returning, products). */
export const MACHINE_EVENTS: Readonly<Record<string, Word>> = {
  'reception.due': {
    params: 'question: id or null',
    does: 'begins the reception; with a question, its answer comes right below the list',
  },
  'questions.due': {
    params: '',
    does: 'begins the smart questions, for a product the buyer sent',
  },
  'faq.tapped': { params: 'question: id', does: 'a question of the list was tapped' },
  'question.answered': { params: 'value', does: 'the open smart question was answered' },
  'card.received': { params: '', does: 'the buyer sent a product or order' },
  'menu.chosen': { params: '', does: 'the buyer chose an item of the menu' },
  'person.requested': { params: '', does: 'the buyer asked for a person' },
  'buyer.unanswered': { params: '', does: 'the buyer said something the robot cannot answer' },
  'human.joined': { params: '', does: 'a person took over; the run is paused for good' },
  'human.left': { params: '', does: 'the person gave the conversation back' },
  'session.closed': { params: '', does: 'the conversation was closed' },
}

export const MACHINE_GUARDS: Readonly<Record<string, Word>> = {
  when: {
    params: 'a condition of the document, or of a `fact` of an extension',
    does: 'says whether it holds for the answers and `event.world`',
  },
  known: { params: 'variable', does: 'says whether the answer is known already, or nothing is to be asked' },
  chose: { params: 'option', does: 'says whether `event.value` is that option' },
  asksQuestion: { params: '', does: 'says whether the first message equalled a question' },
  hasProducts: { params: '', does: 'says whether there are products to recommend' },
  handedOver: { params: '', does: 'says whether a handoff block was reached' },
}

export const MACHINE_ACTIONS: Readonly<Record<string, Word>> = {
  send: { params: 'block, kind, text (key)', does: 'sends a text, if one is written' },
  sendExtra: {
    params: 'block, text (key), extra (kind), facts (names)',
    does: 'sends a text, if one is written, and beside it what an extension shows: those facts of `event.world.known`',
  },
  missExtension: {
    params: 'block, kind',
    does: 'notes that the extension of a block is not here; a handover follows',
  },
  sendClosing: { params: 'block, text (key)', does: 'sends the closing line with the summary' },
  sendList: {
    params: 'block, questions (enabled ids, in order)',
    does: 'sends the enabled questions as choices',
  },
  sendProducts: { params: 'block, count', does: 'sends product cards' },
  answerQuestion: { params: '', does: 'answers `event.question`' },
  ask: { params: 'block, variable', does: 'sends a smart question and opens it' },
  remind: { params: 'block, variable', does: 'reminds of the open question' },
  closeQuestion: { params: 'block', does: 'the question is no longer open' },
  record: { params: 'variable', does: 'assigns `event.value` to `context.answers[variable]`' },
  handOver: { params: 'group', does: 'assigns `context.handedTo`' },
  clearHandover: { params: '', does: 'assigns null to `context.handedTo`' },
}
