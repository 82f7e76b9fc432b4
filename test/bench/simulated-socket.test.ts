import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { takeOverSockets } from '../../bench/simulate/simulated-socket.ts'

test('a socket that never came to its end is ended when the real ones are given back, so that its client lets it go', () => {
  const undici: { WebSocket: new (url: string) => EventTarget } = createRequire(import.meta.url)('undici')
  const real = undici.WebSocket
  const giveBack = takeOverSockets(
    () => 0,
    () => undefined,
  )
  const socket = new undici.WebSocket('wss://nobody.example/link')
  let ends = 0
  socket.addEventListener('close', () => {
    ends += 1
  })
  giveBack()
  expect(ends).toBe(1)
  expect(undici.WebSocket).toBe(real)
})
