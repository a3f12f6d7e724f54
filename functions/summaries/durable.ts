/** Orchestrations through the durable client of the invocation under way. */
import * as df from 'durable-functions';
import * as z from 'zod';
import type { Orchestrations } from '../route.ts';

const progressSchema = z.object({ done: z.number(), total: z.number() });
const over = new Set<df.OrchestrationRuntimeStatus>([
  df.OrchestrationRuntimeStatus.Completed,
  df.OrchestrationRuntimeStatus.Failed,
  df.OrchestrationRuntimeStatus.Terminated,
  df.OrchestrationRuntimeStatus.Canceled,
]);

export function durableOrchestrations(client: () => df.DurableClient): Orchestrations {
  return {
    start: async (name, instanceId, input) => {
      const status = await statusOf(client(), instanceId);
      if (status === null || over.has(status.runtimeStatus)) await client().startNew(name, { instanceId, input });
    },
    terminate: (instance, reason) => client().terminate(instance, reason),
    progress: async (instance) => {
      const status = await statusOf(client(), instance);
      if (status === null || over.has(status.runtimeStatus)) return null;
      return progressSchema.safeParse(status.customStatus).data ?? { done: 0, total: 0 };
    },
  };
}

/** null for an instance that was never started. */
async function statusOf(client: df.DurableClient, instance: string): Promise<df.DurableOrchestrationStatus | null> {
  try {
    return await client.getStatus(instance, { showInput: false });
  } catch (error) {
    // The library has no other way to say so.
    if (error instanceof Error && error.message.includes('404')) return null;
    throw error;
  }
}
