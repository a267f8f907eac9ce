// The smallest use of a topic, one of each prop, and its subscribers.

import { PhiKey, PhiQueue, PhiTopic } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(
  import.meta.url,
  ({ stack }) => {
    new PhiTopic(stack, "Smallest");
    new PhiTopic(stack, "Keyed", { key: new PhiKey(stack, "Shared") });
    new PhiTopic(stack, "Ordered", { fifo: true }).subscribeQueue(new PhiQueue(stack, "OrderedInbox", { fifo: true }));
    new PhiTopic(stack, "Heard")
      .subscribeQueue(new PhiQueue(stack, "Inbox"))
      .subscribeFunction("arn:aws:lambda:us-east-1:111122223333:function:portal-intake");
    new PhiTopic(stack, "Open", { dataClass: "none" });
  },
  { backup: false },
);
