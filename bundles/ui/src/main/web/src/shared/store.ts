/** A value that React watches with `useSyncExternalStore`. */
export class Store<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private value: T) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): T => this.value;

  protected set(value: T): void {
    this.value = value;
    this.listeners.forEach((listener) => listener());
  }
}
