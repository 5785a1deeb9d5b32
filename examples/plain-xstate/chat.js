// node chat.js machine.json: chats with an exported flow (`shopbell export --as machine`) in the terminal. Nothing of Shopbell runs here.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { assign, createActor, setup } from 'xstate'

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Say which machine: node chat.js machine.json')
  process.exit(2)
}
const { config, texts, variables, defaultLocale } = JSON.parse(readFileSync(file, 'utf8'))
const words = texts[defaultLocale]
const world = { locale: defaultLocale, entry: 'store_home', openNow: true, returning: false, products: 0 }
let list = { block: '', questions: [] }
const facts = { 'store.name': 'our shop' }
let open = null

const fill = (text, answers) =>
  text.replace(/\{\{([^|}]+)\|?([^}]*)\}\}/g, (_, name, otherwise) => {
    const lines = Object.entries(answers).map(([variable, value]) => `- ${variable}: ${value}`)
    return (name === 'answers' && lines.join('\n')) || facts[name] || otherwise
  })
const labelOf = (question) => words[`${list.block}.${question}.question`]
const say = (key, { answers } = { answers: {} }) => words[key] && console.log(fill(words[key], answers))

const machine = setup({
  guards: {
    when: ({ context, event }, { source, name, op, value }) => {
      const actual = source === 'variable' ? context.answers[name] : event.world[source]
      return (
        { is: actual === value, isNot: actual !== value, atLeast: actual >= value, atMost: actual <= value }[
          op
        ] ?? false
      )
    },
    known: ({ context }, { variable }) => variable in context.answers,
    chose: ({ event }, { option }) => event.value === option,
    asksQuestion: ({ event }) => Boolean(event.question),
    hasProducts: ({ event }) => event.world.products > 0,
    handedOver: ({ context }) => context.handedTo !== null,
  },
  actions: {
    send: ({ context }, { text }) => say(text, context),
    sendClosing: ({ context }, { text }) => say(text, context),
    sendList: (_, params) => {
      list = params
      console.log(list.questions.map((id) => `(${labelOf(id)})`).join(' '))
    },
    sendProducts: () => {},
    answerQuestion: ({ event }) => say(`${list.block}.${event.question}.answer`),
    ask: (_, params) => {
      say((open = params).block)
      const options = variables[open.variable].options ?? []
      if (options.length > 0)
        console.log(options.map((option) => `(${words[`${open.block}.${option}.label`]})`).join(' '))
    },
    remind: (_, { block }) => say(`${block}.reminder`),
    closeQuestion: () => (open = null),
    record: assign(({ context, event }, { variable }) => ({
      answers: { ...context.answers, [variable]: event.value },
    })),
    handOver: assign((_, { group }) => ({ handedTo: group })),
    clearHandover: assign({ handedTo: null }),
  },
}).createMachine(config)

const valueOf = (line, { block, variable }) => {
  const chosen = variables[variable].options?.find((option) => words[`${block}.${option}.label`] === line)
  return chosen ?? (variables[variable].type === 'number' ? Number(line) : line)
}

const actor = createActor(machine).start()
actor.send({ type: 'reception.due', question: null, world })
for await (const line of createInterface({ input: process.stdin })) {
  const question = list.questions.find((id) => labelOf(id) === line)
  if (question) actor.send({ type: 'faq.tapped', question, world })
  else if (open) actor.send({ type: 'question.answered', value: valueOf(line, open), world })
  else actor.send({ type: 'buyer.unanswered', world })
}
console.log(`The conversation is with: ${actor.getSnapshot().value.handling}`)
actor.stop()
