// Takes each message off the queue. What it logs names the message, never what is in it.
export const handler = async ({ Records: messages }) => {
  for (const message of messages) {
    console.log(JSON.stringify({ event: "intake", message: message.messageId }));
  }
};
