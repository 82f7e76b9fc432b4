import type { Config } from './config/config.ts'
import { errorCode } from './files/error-code.ts'

/** Why a port cannot be listened on; undefined if something else is wrong. */
export function portProblem(error: unknown, { port, host, status }: Config): string | undefined {
  const isOfStatus = status !== undefined && isOfPort(error, status)
  const names = isOfStatus ? 'HALLWAY_STATUS' : 'HALLWAY'
  const wanted = isOfStatus ? status : { port, host }
  const code = errorCode(error)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${wanted.host} is no address of this machine. Set ${names}_HOST to one, or to 0.0.0.0 for all.`
  if (code === 'EADDRINUSE') return `Port ${wanted.port} is in use already. Set ${names}_PORT to a free one.`
  return code === 'EACCES'
    ? `Port ${wanted.port} may not be used by this user. Set ${names}_PORT to one above 1023.`
    : undefined
}

/** Node says of which port; if the name of a host is not known, of which name. */
function isOfPort(error: unknown, { port, host }: NonNullable<Config['status']>): boolean {
  const { port: ofPort, hostname } = error as { readonly port?: number; readonly hostname?: string }
  return ofPort === port || (hostname !== undefined && hostname === host)
}
