import { Agent, fetch } from 'undici'
import { expect, test } from 'vitest'
import { isBlockedPort } from '../../src/config/blocked-ports.ts'

/** Sends nothing: what gets as far as this is not blocked. */
class Nowhere extends Agent {
  override dispatch(): boolean {
    throw new Error('sent')
  }
}

test('the ports that are blocked are those that fetch refuses to ask', async () => {
  const dispatcher = new Nowhere()
  const isRefused = async (port: number) => {
    const error = await fetch(`http://127.0.0.1:${port}/`, { dispatcher }).catch((reason: unknown) => reason)
    return (error as { readonly cause?: Error }).cause?.message !== 'sent'
  }
  // All below a thousand and some, where most are, and a sample of the others with their neighbours.
  const many = Array.from({ length: 1_200 }, (_, port) => port + 1)
  const above = [
    1_719, 1_720, 1_723, 2_049, 3_659, 4_045, 4_190, 5_060, 5_061, 6_000, 6_566, 6_667, 6_679, 6_697, 10_080,
  ]
  const ports = [...many, ...above.flatMap((port) => [port - 1, port, port + 1]), 3_000, 8_080, 65_535]
  const differing: number[] = []
  for (const port of ports) if ((await isRefused(port)) !== isBlockedPort(port)) differing.push(port)
  expect(differing).toEqual([])
})
