/** An edge of a flow network; flow is found in whole units. */
interface Edge {
  to: number;
  capacity: number;
  cost: number;
  /** Place of the opposite edge in its node's list. */
  back: number;
}

/**
 * A network through which as much as possible flows from one node to another, and among all such flows one of the least cost:
 * successive shortest paths (Bellman–Ford with a queue, since taking back has negative cost). The order in which edges are
 * added settles ties, so that the same input gives the same flow.
 */
export class FlowNetwork {
  private readonly edges: Edge[][];

  constructor(nodes: number) {
    this.edges = Array.from({ length: nodes }, () => []);
  }

  add(from: number, to: number, capacity: number, cost: number): void {
    const there = this.of(from);
    const back = this.of(to);
    there.push({ to, capacity, cost, back: back.length });
    back.push({ to: from, capacity: 0, cost: -cost, back: there.length - 1 });
  }

  /** Sends one unit after the other along the cheapest way until no more fits; returns how many went. */
  run(source: number, sink: number): number {
    for (let units = 0; ; units += 1) {
      const way = this.cheapestWay(source, sink);
      if (way === null) return units;
      for (const edge of way) {
        edge.capacity -= 1;
        const opposite = this.of(edge.to)[edge.back];
        if (opposite) opposite.capacity += 1;
      }
    }
  }

  /** The nodes to which the node's own edges of capacity 1 carry flow. */
  usedFrom(node: number): number[] {
    return this.of(node)
      .filter((edge) => edge.capacity === 0 && (this.of(edge.to)[edge.back]?.capacity ?? 0) > 0)
      .map(({ to }) => to);
  }

  private of(node: number): Edge[] {
    const edges = this.edges[node];
    if (!edges) throw new RangeError(`no node ${String(node)}`);
    return edges;
  }

  private cheapestWay(source: number, sink: number): Edge[] | null {
    const costs = this.edges.map(() => Infinity);
    const cameBy = new Map<number, { from: number; edge: Edge }>();
    const queued = new Set([source]);
    costs[source] = 0;
    // A Set keeps its order, and what is added while it is walked through is reached too.
    for (const node of queued) {
      queued.delete(node);
      const cost = costs[node] ?? Infinity;
      for (const edge of this.of(node)) {
        if (edge.capacity === 0 || cost + edge.cost >= (costs[edge.to] ?? Infinity)) continue;
        costs[edge.to] = cost + edge.cost;
        cameBy.set(edge.to, { from: node, edge });
        queued.add(edge.to);
      }
    }
    const way: Edge[] = [];
    for (let node = sink; node !== source;) {
      const step = cameBy.get(node);
      if (!step) return null;
      way.push(step.edge);
      node = step.from;
    }
    return way;
  }
}
