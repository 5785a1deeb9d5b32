import type { RouteRow } from './route-rows.ts'

/** The routes of webhooks: for who keeps the robot, by browser or by program. */
export function webhookRows(): readonly RouteRow[] {
  const at = '/api/v1/webhooks'
  const made = { url: 'https://hooks.example/', events: ['message.stored'] }
  const own = { lets: 'keeper', names: 'webhook', gives: 200 } as const
  return [
    { route: `GET ${at}`, lets: 'keeper', gives: 200 },
    { route: `POST ${at}`, lets: 'keeper', body: made, gives: 200 },
    { route: `PATCH ${at}/:id`, ...own, body: { name: 'till' } },
    { route: `DELETE ${at}/:id`, ...own, gives: 204 },
    { route: `POST ${at}/:id/secret`, ...own },
    { route: `POST ${at}/:id/test`, ...own },
    { route: `GET ${at}/:id/deliveries`, ...own },
    { route: `POST ${at}/:id/deliveries/again`, ...own, body: { since: 0 } },
    {
      route: `POST ${at}/:id/deliveries/:delivery/again`,
      ...{ lets: 'keeper', names: 'webhook', gives: 'NOT_FOUND' },
      path: `${at}/:thing/deliveries/1/again`,
    },
  ]
}
