import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../run/fault.ts'

const EVERY_MS = 200

/** Five in a hundred batches fail as if the database had seen a conflict between transactions. */
const UNREST = `
create function unrest() returns trigger language plpgsql as $$
begin
  if random() < 0.05 then raise exception 'unrest' using errcode = '40001'; end if;
  return null;
end $$;
create trigger unrest after insert on journal for each statement execute function unrest()`

const END_ONE = `
select pg_terminate_backend(pid) from pg_stat_activity
where datname = current_database() and application_name = 'shopbell' order by random() limit 1`

export const connectionsEnded: Fault = {
  id: 'F23',
  title:
    'Every 200 ms a connection to PostgreSQL is ended, and 5 % of transactions fail (a round is a connection)',
  rounds: { short: 15, nightly: 600 },
  roundsPerBlock: 150,
  deal: async ({ backing, complain, crowd, links, startWhole }, rounds) => {
    const { watch } = backing
    if (watch === null) throw new Error('Only a PostgreSQL has connections to end.')
    await watch.run(UNREST)
    const node = await startWhole()
    crowd.join(30, { port: links[0].port })
    crowd.employ(links[0].port, backing.apiToken)
    for (let round = 0; round < rounds; round += 1) {
      await watch.run(END_ONE)
      await sleep(EVERY_MS)
    }
    await watch.run('drop function unrest() cascade')
    if (!node.isAlive()) complain(`The server died of a lost connection:\n${node.output()}`)
    const [row] = await watch.run(
      `select count(*) as idle from pg_stat_activity where datname = current_database()
         and state like 'idle in transaction%' and state_change < now() - interval '10 seconds'`,
    )
    if (Number(row?.['idle']) > 0) complain('A transaction was left open.')
    return []
  },
}
