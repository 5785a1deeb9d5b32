// Leads every request over HTTPS to the test's stand-in for the platforms, which is told the host it was meant for.
import http from 'node:http'
import https from 'node:https'

const { port } = new URL(process.env.REMOTE)

https.request = (first, second, third) => {
  const [address, options, heard] =
    typeof first === 'string' || first instanceof URL
      ? [new URL(first), second, third]
      : [null, first, second]
  const { agent: _agent, agents: _agents, ...rest } = typeof options === 'function' ? {} : options
  const host = address?.hostname ?? rest.hostname ?? rest.host
  const path = rest.path ?? (address === null ? '/' : address.pathname + address.search)
  const headers = { ...rest.headers, 'x-meant-for': host }
  return http.request(
    { ...rest, protocol: 'http:', host: '127.0.0.1', hostname: '127.0.0.1', port, path, headers },
    typeof options === 'function' ? options : heard,
  )
}
