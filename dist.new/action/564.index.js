export const id = 564;
export const ids = [564];
export const modules = {

/***/ 564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ACMClient: () => (/* reexport safe */ _ACMClient__WEBPACK_IMPORTED_MODULE_0__.B)
/* harmony export */ });
/* harmony import */ var _ACMClient__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8613);













/***/ })

};
