// The test says in the query where Ballast lies.
document.head.append(Object.assign(document.createElement("script"), { type: "module", src: `${location.search.slice(1)}ballast-hedge.js` }));
