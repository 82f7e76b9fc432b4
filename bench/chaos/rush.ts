export async function measureRush(channels: number): Promise<void> {
  console.log(channels)
}
