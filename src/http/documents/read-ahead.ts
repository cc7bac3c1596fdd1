/** Yields each value while the next one is being made. */
export async function* readAhead<Value>(values: AsyncGenerator<Value, void>): AsyncGenerator<Value, void> {
  let next = started(values);
  try {
    while (true) {
      const { done, value } = await next;
      if (done) return;
      next = started(values);
      yield value;
    }
  } finally {
    await values.return();
  }
}

function started<Value>(values: AsyncGenerator<Value, void>): Promise<IteratorResult<Value, void>> {
  const next = values.next();
  next.catch(() => undefined); // a consumer that has stopped gets no failure
  return next;
}
