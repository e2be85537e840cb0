// Where the start of an empty window ends: as soon as its first frame is drawn.
requestAnimationFrame(() => { setTimeout(() => { performance.mark("painted"); }); });
